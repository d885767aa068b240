"""What headquarters decides: nouns with natural keys, checked as values, and what changed between two states."""
