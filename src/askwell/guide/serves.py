"""Which needs each kind of help can serve, best first."""

from collections.abc import Mapping

from askwell.domain.goals import NeedKind
from askwell.domain.plans import WayKind

SERVES: Mapping[WayKind, tuple[NeedKind, ...]] = {
    WayKind.INSIDER: (NeedKind.INFORMATION, NeedKind.ADVICE),
    WayKind.FORMER_INSIDER: (NeedKind.INFORMATION, NeedKind.ADVICE),
    WayKind.IN_THE_ROLE: (NeedKind.ADVICE, NeedKind.INFORMATION, NeedKind.FEEDBACK),
    WayKind.HIRES: (NeedKind.ADVICE, NeedKind.FEEDBACK),
    WayKind.CONNECTOR: (NeedKind.INFORMATION, NeedKind.ADVICE),
    WayKind.SAME_FIELD: (NeedKind.INFORMATION, NeedKind.ADVICE),
    WayKind.SAME_PLACE: (NeedKind.INFORMATION,),
    WayKind.FELLOW: (NeedKind.FEEDBACK, NeedKind.ADVICE),
    WayKind.KNOWS_YOU: (NeedKind.FEEDBACK, NeedKind.FAVOR, NeedKind.ADVICE),
    WayKind.OUTSIDE_EYES: (NeedKind.FEEDBACK,),
}
