"""Words that say how far a payment has come: paid, cancelled or reversed, or not paid yet.

English and Welsh: first as whole cells of a column, then as the plain form of its header.
"""

import re

OF_WHAT = (
    r"(?:(?:has been|was|is|it|all|payment|cheque|chq|bacs|invoice|transaction|trans|document|doc|"
    r"item|voucher|taliad|siec|anfoneb)(?: run)? )*"
)
HAS_BEEN = r"wedi(?:'i| ei| eu| cael ei)? "
# What comes behind a word of these may be anything but its own undoing.
BEHIND = r"(?:[^\w'].*)?$"
UNDONE_AGAIN = r"(?i)\b(?:(?:removed|lifted|reinstated)$|hold .*\breleased$)"
CANCEL_WORDS = (
    r"cancel\w*|canx|cxl|cncld?|void\w*|reject\w*|revers(?:ed|al|als|ing)|rev'?d|rev|stopped|stop|"
    r"deleted|withdrawn|returned|failed|bounced|dishonou?red|recalled|written off|refused|"
    r"declined|replaced|annulled|null(?:ified)?|canslwyd|diddymwyd|gwrthdrowyd|gwrthodwyd|"
    r"stopiwyd|ataliwyd|dilewyd|dychwelwyd|methodd|ar stop|di-?rym|"
    rf"{HAS_BEEN}(?:[gc]h?anslo|g?wrthdroi|g?wrthod|stopio|h?atal|dd?ileu|dd?iddymu|"
    r"dd?ychwelyd|methu)"
)
UNPAID_WORDS = (
    r"not (?:yet )?(?:paid|released|approved|authorised|cleared for payment)(?: yet)?|unpaid|"
    r"to be paid|awaiting|pending|outstanding|on hold|held|hold|blocked|suspended|parked|"
    r"(?:in |under )?(?:dispute|query)|disputed|queried|committed|commitment|accru\w*|estimated?|"
    r"forecast|planned|proposed|draft|due|overdue|scheduled|unapproved|unauthorised|deferred|"
    r"on order|ordered|order(?:ed)? not received|payment (?:pending|outstanding|due)|"
    r"heb (?:ei |eu )?(?:dalu|thalu|talu)|i'w (?:dalu|thalu|talu)|ar y gweill|yn aros|"
    rf"(?:yn )?disgwyl|yn yr arfaeth|(?:yn )?d?dyledus|gohiriwyd|{HAS_BEEN}(?:gohirio|ohirio)|"
    r"ar gadw"
)
CANCELLED = rf"(?i)^{OF_WHAT}(?:{CANCEL_WORDS}){BEHIND}"
UNPAID = rf"(?i)^{OF_WHAT}(?:{UNPAID_WORDS}){BEHIND}"
PAID = (
    rf"(?i)^{OF_WHAT}(?:paid|posted|cleared|completed?|settled|processed|released|reconciled|"
    r"presented|issued|approved|authorised|ok|live|active|valid|normal|closed|final|sent|"
    r"not cancelled|talwyd|cliriwyd|cwblhawyd|prosesu|"
    rf"{HAS_BEEN}(?:dalu|thalu|talu|clirio|gwblhau|cwblhau|brosesu|prosesu))(?: in full)?$"
)
# The same as the whole of a remark, which may say anything else as well.
SAID_ALONE = (
    r"(?i)^(?:payment |cheque |chq |bacs |invoice |transaction |taliad |siec )*"
    rf"(?:{CANCEL_WORDS}|unpaid|not (?:yet )?paid|on hold|heb (?:ei |eu )?(?:dalu|thalu))"
    r"(?: (?:payment|cheque|chq|invoice|transaction))?[.! ]*$"
)
YES = r"(?i)^(?:y|yes|true|1|t|ie|oes|do|ydy|ydyw|x|✓|✔)$"
NO = r"(?i)^(?:n|no|false|0|f|na|nac? (?:oes|ydy|ydyw)|naddo|nage|-|none|n/a|)$"

MARK = r"(?: (?:y n|yes no|true false|ie na|flag|ind|indicator|mark|marker|code|tick))?"
ABOUT = (
    r"(?:(?:is|has been|been|was|if|payment|invoice|cheque|chq|transaction|document|doc|item|"
    r"taliad|bacs) )*"
)
STATUS = re.compile(
    r"(?:(?:payment|invoice|transaction|trans|cheque|chq|bacs|row|record|line|doc|document|paid|"
    r"cheque run|posting|clearing|cleared|current|bank|item|overall|final|latest|voucher) )*"
    r"(?:status|state|stage|outcome|result|progress|flag|indicator|marker|statws|cyflwr|"
    r"canlyniad|sefyllfa)"
    r"(?: (?:description|desc|name|text|code|label|of payment|of invoice|t|y taliad|taliad))*|"
    r"statws.*"
)
BAD = (
    r"cancel(?:led|ed|lation)?|void(?:ed)?|revers(?:ed|al)|stop(?:ped)?|(?:on )?hold|held|"
    r"rejected|deleted|returned|recalled|failed|in dispute|disputed|blocked|withdrawn|unpaid|"
    r"not (?:yet )?paid|canslwyd|gwrthdrowyd|stopiwyd|ataliwyd|heb (?:ei |eu )?dalu|ar stop|"
    r"wedi (?:i |ei |eu )?(?:[gc]h?anslo|g?wrthdroi|g?wrthod|stopio|h?atal)"
)
BAD_FLAG = re.compile(rf"{ABOUT}(?:{BAD})(?: payment| cheque)?{MARK}")
LATE_FLAG = re.compile(r"\b(?:hold|held|disputed?|blocked|unpaid|not (?:yet )?paid|heb)\b")
GOOD_FLAG = re.compile(
    rf"{ABOUT}(?:paid|payment made|released|talwyd|wedi (?:i |ei |eu )?(?:[dt]h?alu)){MARK}"
)
UNDONE = r"(?:cancel(?:led|ed|lation)?|void(?:ed)?|revers(?:ed|al)|stop(?:ped)?)"
BAD_DAY = re.compile(
    rf"(?:date )?(?:of )?{UNDONE}(?: date| on)?|date {UNDONE}|"
    r"dyddiad (?:canslo|gwrthdroi|atal|stopio)"
)
BAD_DETAIL = re.compile(
    rf"{UNDONE} (?:document|doc|voucher|no|number|ref|reference|with|by|reason|reason code)"
    rf"(?: no| number| code)?|reason (?:for )?{UNDONE}|(?:rheswm|rhif) (?:dros )?(?:canslo|"
    r"gwrthdroi)"
)
REMARKS = re.compile(r"(?:comments?|notes?|remarks?|sylwadau?|nodiadau?|memo|observations?)")
