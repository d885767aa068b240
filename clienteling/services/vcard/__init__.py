"""vCards (2.1, 3.0, 4.0): bytes become cards and those become customers' columns, and customers become vCards."""
