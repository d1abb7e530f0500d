"""The form that connects a server: as many questions as the provider makes needful, and no secret ever shown again."""

from typing import Any, ClassVar

from django import forms

from askwell.actions.connecting.providers import FEED, OTHER, Provider
from askwell.actions.connecting.telling import Told
from askwell.domain.connections import Login, Service
from askwell.web.words_field import Secret, Written

WHAT = {Service.IMAP: "Mail", Service.CARDDAV: "Contacts", Service.CALDAV: "Calendars", Service.FEED: "Calendar"}
SECRET = forms.PasswordInput(attrs={"autocomplete": "off", "spellcheck": "false"})


class Connecting(forms.Form):
    """What to connect, as whom, and what lets her in. Fields that a provider answers by itself are not there."""

    KEEP: ClassVar = [("yes", "Keep it in the keyring of my computer"), ("no", "Ask me each time")]

    service = forms.ChoiceField(label="What to connect")
    address = Written(label="Your e-mail address there", max_length=200)
    server = Written(label="Server", max_length=300, help_text="As its help says, such as imap.example.com.")
    secret = Secret(label="Password", max_length=4000, widget=SECRET)
    user = Written(
        label="Name to sign in with", max_length=200, required=False, help_text="Only if it is not your address."
    )
    name = Written(label="What you call it", max_length=80, required=False)
    keep = forms.ChoiceField(label="Your password", choices=KEEP, initial="yes", required=False)

    def __init__(self, provider: Provider, *told: Any, can_keep: bool, **more: Any) -> None:
        super().__init__(*told, **more)
        self.provider = provider
        choices = self.fields["service"]
        assert isinstance(choices, forms.ChoiceField)
        choices.choices = [(one.value, WHAT[one]) for one in provider.services]
        self.fields["secret"].label = provider.secret
        self.fields["address"].widget.attrs |= {"autocomplete": "email", "inputmode": "email"}
        for name in self._needless(can_keep=can_keep):
            del self.fields[name]

    def _needless(self, *, can_keep: bool) -> set[str]:
        gone = set() if can_keep and self.provider.login is Login.PASSWORD else {"keep"}
        if len(self.provider.services) == 1:
            gone.add("service")
        if self.provider.id != OTHER:
            gone.add("server")
        return gone | {"address", "user"} if self.provider.id == FEED else gone

    def told(self) -> Told:
        """What she told, of a form that is whole."""
        said = self.cleaned_data
        return Told(
            service=Service(said.get("service") or self.provider.services[0].value),
            address=said.get("address", ""),
            secret=said["secret"],
            server=said.get("server", "") or self._server(said.get("service", "")),
            user=said.get("user", ""),
            name=said["name"],
            login=self.provider.login,
            keep=said.get("keep", "no") != "no",
        )

    def _server(self, service: str) -> str:
        """The provider's own, whatever the domain of her address is: many have one of their own there."""
        return self.provider.servers.get(Service(service) if service else self.provider.services[0], "")


class Giving(forms.Form):
    """What lets her in once more, for as long as Askwell is open."""

    secret = Secret(label="Password", max_length=4000, widget=SECRET)
