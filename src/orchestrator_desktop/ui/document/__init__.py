"""Text that came from elsewhere, shown safely: Markdown without HTML, images, or links that open by themselves.

view     DocumentView(theme)  set_markdown(text), show_changes(old, new), link_wanted, refused
live     LiveView(theme)      start(text), append(text), finish(): follows a stream, commits finished blocks once
links    judge_link(url, shown) -> Link
"""
