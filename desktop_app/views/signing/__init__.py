"""The paper of minutes on its way: printed, signed, notified, closed."""
