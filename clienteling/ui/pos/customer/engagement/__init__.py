"""The tab of a customer's engagement: the score with its parts, mails and meetings of a year."""
