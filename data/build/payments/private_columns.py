"""Headers of columns that hold personal or banking details."""

import re

from data.build.payments.vocabulary import plain

BANKING = re.compile(
    r"(?:bank |supplier |vendor |payee )?sort ?code(?: .*)?|bank (?:account|acc|acct|a c|"
    r"details)(?: .*)?|"
    r"(?:account|acc|acct|a c)(?: no| number| name)? (?:to be )?(?:paid|credited)|iban(?: .*)?|"
    r"(?:swift|bic)(?: code| number)?|roll (?:no|number)|building society.*|"
    r"(?:credit |debit )?card (?:pan|full number)|pan|cvv|expiry date of card"
)
ACCOUNT = re.compile(r"(?:account|acc|acct|a c) ?(?:no|number|num|ref)?")
PERSONAL = re.compile(
    r"(?:ni|nino|n i|national insurance)(?: no| number)?|national insurance.*|"
    r"(?:e ?mail|email)(?: address| id)?|.*\bemail\b.*|(?:date of birth|dob|d o b|birth date)|"
    r"(?:home |mobile |contact |personal )?(?:tele)?(?:phone|mobile)(?: no| number)?|"
    r"mobile(?: no)?|"
    r"home address|passport.*|nhs (?:no|number)|(?:upn|pupil|child|client|service user)(?: name|"
    r" number| no)|"
    r"gender|sex|ethnicity|religion|disability|payroll (?:no|number)|next of kin|"
    r"(?:first|fore|last|sur|given|family|middle) ?names?|rhif yswiriant gwladol|e ?bost|"
    r"dyddiad geni|"
    r"rhif ffon"
)


def is_private(header: str) -> bool:
    """Whether a header names personal or banking details."""
    words = plain(header)
    return bool(BANKING.fullmatch(words) or PERSONAL.fullmatch(words))
