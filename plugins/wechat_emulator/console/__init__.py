"""The console: a web page at /console/ on which a person sees and changes what the emulator holds."""
