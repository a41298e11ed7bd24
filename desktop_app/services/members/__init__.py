"""People, seats, nominations and units."""
