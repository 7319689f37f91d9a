"""What a task holds beside its words: dates, repetition, parts, checklist, needs, files, time."""
