"""Why a command cannot be done now, in a few words. Imports commands."""

from ui.commands import Command

_BY_NAME = {
    "undo": "nothing to take back",
    "redo": "nothing was undone",
    "export_brief": "no actions yet",
    "export_records": "nothing to export yet",
    "save_search": "nothing is searched for",
    "resume_import": "in the receipt of an interrupted import",
    "take_back_import": "in the receipt of an import",
    "take_back_file": "in the receipt of an import",
    "take_out": "in a case file, with a record chosen",
    "assign": "with an action or source chosen",
    "rename_case": "in a case file",
    "trash_case": "in a case file",
    "describe": "with a source or quote chosen",
    "list_actions": "with a source chosen",
    "use_as_evidence": "with words selected in a source's text",
    "trash": "with a record chosen",
    "restore": "in the trash, with a record chosen",
    "empty_trash": "the trash is empty",
    "sort": "in a list",
    "zoom_in": "in the timeline, with dates",
    "zoom_out": "in the timeline, with dates",
    "zoom_all": "in the timeline, with dates",
    "zoom_selection": "in the timeline, with dates",
    "narrow": "with actions or quotes in sight",
    "group": "with actions or quotes in sight",
    "find": "with the text of a source in sight",
    "find_next": "with the text of a source in sight",
    "find_previous": "with the text of a source in sight",
    "add_note": "with an action, source or case file in sight",
    "edit_note": "with a note chosen",
    "remove_note": "with a note chosen",
    "settle": "with the cursor on a conflict",
    "reject_claim": "with the cursor on a claim that counts",
    "accept_claim": "with the cursor on a rejected claim",
    "convert": "with the cursor on a sum",
    "edit_party": "with the cursor on a party or speaker",
    "same_as": "with the cursor on a party or speaker",
    "split_party": "with the cursor on a party",
    "edit_fact": "with the cursor on a fact",
    "remove_value": "with the cursor on a fact",
}
_BY_MENU = {"Review": "in the review of a source", "Action": "with an action in sight"}


def why_not(command: Command, read_only: bool) -> str:
    """What has to be so before the command can be done; "" where that is not known."""
    if read_only and command.writes:
        return "the store is read only"
    return _BY_NAME.get(command.name) or _BY_MENU.get(command.menu, "")
