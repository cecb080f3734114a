"""Making meetings regular: plans of series and of one's own, and briefs, from what planning and query tell."""
