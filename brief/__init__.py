"""Two pages, five slides or a workbook on one subject, in the words and figures of its page."""
