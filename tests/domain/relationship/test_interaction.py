"""Which channel an activity type is of."""

import pytest

from clienteling.domain.relationship.interaction import Channel, Flow, channel_of, flow_of


@pytest.mark.parametrize(
    ("texts", "channel"),
    [
        (("visit", "footprints", "Store visit"), Channel.MEETING),
        (("appointment", "calendar", "Appointment"), Channel.MEETING),
        (("phone", "phone", "Phone"), Channel.PHONE),
        (("email", "mail", "E-mail"), Channel.EMAIL),
        (("T7", "mail", "Brev"), Channel.EMAIL),
        (("T8", "circle", "Follow-up call"), Channel.PHONE),
        (("T9", "circle", "Geschenk"), Channel.TASK),
        ((), Channel.TASK),
    ],
)
def test_a_type_is_known_by_code_icon_or_name(texts: tuple[str, ...], channel: Channel) -> None:
    assert channel_of(*texts) is channel


def test_only_mails_have_a_direction_that_counts() -> None:
    for channel in Channel:
        differ = flow_of(channel, by_us=True) is not flow_of(channel, by_us=False)
        assert differ is (channel is Channel.EMAIL)
        assert all(flow_of(channel, by_us=by_us).channel is channel for by_us in (True, False))
    assert {flow.channel for flow in Flow} == set(Channel)
