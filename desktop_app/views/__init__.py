"""One class per .ui form: fills its widgets and emits what the operator asked for."""
