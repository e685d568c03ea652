"""The people who look into head office: who they are, what they may, what they did."""
