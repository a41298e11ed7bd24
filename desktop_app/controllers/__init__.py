"""One QObject per screen: a request signal, one service call, a result signal."""
