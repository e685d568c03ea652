"""Head office: its people, its pages, its bounds, on both engines and over a real socket."""
