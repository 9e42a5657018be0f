"""What the commune tells its residents, and how it does: guide, news, bulletins, activities, quiz, contests, prices."""
