"""Questions to the processed data: what an article prints, and what a year holds."""
