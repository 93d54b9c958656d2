"""The habit editor: a form on the left, the sentence and the next cues on the right."""
