"""Tables shipped as data beside the generators that made them. Read by the modules of `text`, imported by nobody."""
