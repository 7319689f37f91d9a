"""The window around the screens: sidebar, status block, the stack of pages, toasts."""
