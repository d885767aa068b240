"""The wizard that sets up account engagement: five steps, kept until they are saved."""
