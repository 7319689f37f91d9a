"""What is out with specialists: running, queued, needing the user, back today; and the answer as it arrives."""
