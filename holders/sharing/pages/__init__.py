"""The pages to show what one keeps, and what others see then."""
