"""Controller of the page «تاریخچه»."""
