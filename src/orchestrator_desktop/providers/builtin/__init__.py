"""The built-in model: llama.cpp in a process of its own, on this computer, for any GGUF file."""
