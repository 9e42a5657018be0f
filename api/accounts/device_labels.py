"""A device in words its owner knows again: "Chrome trên Android"."""

# In order: each of these browsers also calls itself by the names below it.
BROWSERS = (
    ("zalo", "Zalo"), ("fban", "Facebook"), ("fbav", "Facebook"), ("coc_coc", "Cốc Cốc"),
    ("samsungbrowser", "Samsung Internet"), ("edg", "Edge"), ("opr/", "Opera"), ("firefox", "Firefox"),
    ("fxios", "Firefox"), ("crios", "Chrome"), ("chrome/", "Chrome"), ("safari/", "Safari"),
)  # fmt: skip
SYSTEMS = (
    ("iphone", "iPhone"), ("ipad", "iPad"), ("android", "Android"), ("windows", "Windows"),
    ("cros", "ChromeOS"), ("macintosh", "máy Mac"), ("linux", "Linux"),
)  # fmt: skip
UNKNOWN = "Thiết bị không rõ"


def device_label(user_agent: str) -> str:
    """Only words of our own: nothing of the header itself is stored or shown."""
    agent = user_agent.lower()
    browser = next((name for mark, name in BROWSERS if mark in agent), "")
    system = next((name for mark, name in SYSTEMS if mark in agent), "")
    if not system:
        return browser or UNKNOWN
    return f"{browser or 'Trình duyệt'} trên {system}"
