"""Why a command cannot be done now, in a few words. Imports commands."""

from casefile.translation import N_, tr
from ui.commands import Command

_BY_NAME = {
    "undo": N_("nothing to take back"),
    "redo": N_("nothing was undone"),
    "export_brief": N_("no actions yet"),
    "export_records": N_("nothing to export yet"),
    "save_search": N_("nothing is searched for"),
    "resume_import": N_("in the receipt of an interrupted import"),
    "take_back_import": N_("in the receipt of an import"),
    "take_back_file": N_("in the receipt of an import"),
    "take_out": N_("in a case file, with a record chosen"),
    "assign": N_("with an action or source chosen"),
    "rename_case": N_("in a case file"),
    "trash_case": N_("in a case file"),
    "describe": N_("with a source or quote chosen"),
    "list_actions": N_("with a source chosen"),
    "use_as_evidence": N_("with words selected in a source's text"),
    "trash": N_("with a record chosen"),
    "restore": N_("in the trash, with a record chosen"),
    "empty_trash": N_("the trash is empty"),
    "sort": N_("in a list"),
    "zoom_in": N_("in the timeline, with dates"),
    "zoom_out": N_("in the timeline, with dates"),
    "zoom_all": N_("in the timeline, with dates"),
    "zoom_selection": N_("in the timeline, with dates"),
    "narrow": N_("with actions or quotes in sight"),
    "group": N_("with actions or quotes in sight"),
    "find": N_("with the text of a source in sight"),
    "find_next": N_("with the text of a source in sight"),
    "find_previous": N_("with the text of a source in sight"),
    "add_note": N_("with an action, source or case file in sight"),
    "edit_note": N_("with a note chosen"),
    "remove_note": N_("with a note chosen"),
    "settle": N_("with the cursor on a conflict"),
    "reject_claim": N_("with the cursor on a claim that counts"),
    "accept_claim": N_("with the cursor on a rejected claim"),
    "convert": N_("with the cursor on a sum"),
    "edit_party": N_("with the cursor on a party or speaker"),
    "same_as": N_("with the cursor on a party or speaker"),
    "split_party": N_("with the cursor on a party"),
    "edit_fact": N_("with the cursor on a fact"),
    "remove_value": N_("with the cursor on a fact"),
}
_BY_MENU = {"Review": N_("in the review of a source"), "Action": N_("with an action in sight")}


def why_not(command: Command, read_only: bool) -> str:
    """What has to be so before the command can be done; "" where that is not known."""
    if read_only and command.writes:
        return tr("the store is read only")
    return tr(_BY_NAME.get(command.name) or _BY_MENU.get(command.menu, ""))
