"""The paper of minutes on its way."""
