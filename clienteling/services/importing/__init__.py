"""Import: files with foreign columns become rows under canonical names, and those become what the company has."""
