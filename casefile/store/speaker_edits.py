"""What a person does to speakers: name one otherwise, say that two are one. Inside a write."""

from sqlalchemy import select, update

from casefile.errors import CasefileError
from casefile.store.matching import party_key
from casefile.store.schema.record import Quote, Speaker
from casefile.store.store import Reader, Writer


class SpeakerError(CasefileError):
    """A speaker cannot be named so, or two cannot be made one."""


def speaker_name(reader: Reader, speaker_id: int) -> str:
    """What the speaker is called; ``RecordGoneError`` where there is none."""
    return reader.get_one(Speaker, speaker_id).name


def rename_speaker(writer: Writer, speaker_id: int, name: str) -> None:
    """Gives the speaker another name; :class:`SpeakerError` for an empty one or another speaker's."""
    speaker, wanted = writer.get_one(Speaker, speaker_id), name.strip()
    if not wanted:
        raise SpeakerError("A speaker needs a name.")
    key = party_key(wanted)
    other = writer.scalar(select(Speaker).where(Speaker.match_key == key, Speaker.id != speaker_id).limit(1))
    if other is not None:
        raise SpeakerError(
            f"“{other.name}” is another speaker.", "If both are one, choose Same party as… and that name."
        )
    speaker.name, speaker.match_key = wanted, key
    writer.flush()


def merge_speakers(writer: Writer, keep_id: int, gone_id: int) -> None:
    """Gives all quotes of the second to the first; :class:`SpeakerError` where both are one.

    The second stays without quotes, so that undoing the step brings back what was there.
    """
    if keep_id == gone_id:
        raise SpeakerError(f"“{speaker_name(writer, keep_id)}” is that speaker already.")
    keep, gone = writer.get_one(Speaker, keep_id), writer.get_one(Speaker, gone_id)
    if keep.party_id is None:
        keep.party_id = gone.party_id
    writer.flush()
    writer.execute(update(Quote).where(Quote.speaker_id == gone.id).values(speaker_id=keep.id))
    writer.expire_all()
