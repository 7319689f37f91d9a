"""Small widgets of the design. Each takes the Theme first, follows its `changed`, and keeps its own words translated.

button       Button(theme, text, kind=Kind.…, icon=, keys=("Ctrl", "↵"), small=)   IconButton(theme, icon, text, hit=28)
label        Label(theme, text, style=, token=, weight=, tabular=, wrap=, align=)  empty_label(theme, text)
choice       CheckBox, RadioButton(theme, text)   Switch(theme, text)   draw_radio
segmented    Segmented(theme, [Segment(value, text, icon|level)])  .value() .set_value() .set_suggested()  chosen(value)
chip         Chip(theme, text, icon|level, detail, removable)  removed  ChipButton  ChipList(theme, add_text)  items
layout       FlowLayout, Divider, Panel(theme, token, line=), HeadBar, ActionBar, LabelledRow(theme, text, control)
small        Pill, IconLabel(theme, icon, size=), KeyCaps, ProgressBar, FiguresStrip([Figure]), Steps([Step])
combo        ComboBox(theme, model)  DETAIL_ROLE, AVATAR_ROLE (Who), ICON_ROLE
text_edit    LineField(theme, placeholder=, prefix=)   AutoTextEdit(theme, style=, min_lines=, max_lines=)  edited, left
editable_list EditableList(theme, placeholder)  items changed
tabs         Tabs(theme)  add_tab(name, detail), set_detail
toast        Toast(theme, host)  show_message(text, undo=token)  undone(token)
overlay      Overlay(theme, window, panel, scrim=)  open, close_overlay  closed, placed   Sheet(theme)
popup_menu   PopupMenu(theme, window, [MenuItem(value, text, icon|level, note, key)])  open_for(button)  chosen(value)
list_view    ListView(theme)  opened(index), move_current(step)
rows         paint_row_background, draw_group_header, draw_state_column, draw_two_lines, draw_task_row(…, TaskRow)
"""
