"""What must stay as it is: a brief whose figures are garbled is worse than none."""

from __future__ import annotations

import pytest

from orchestrator_desktop.domain.messages import Message, Role
from orchestrator_desktop.domain.redaction import redact

NUMBERS = """
2026-10-14
2026-10-14T09:30:15+02:00
2026-10-14 09:30:15.123456
20261014T093015Z
20261014093015
14/10/2026 09:30
14.10.2026 à 9 h 30
du 01/02/2026 au 03/04/2026
01.02.2026 – 05.03.2026
01 02 2026 12 personnes
2026 01 14 09 30 15
2026.01.14.09.30.15
03-12-2026 10:30
le 05 06 07
01 02 03 04 05
0123456789
a0 8b 28 3f 01 00 00 00 50
h * 69069 + 907133923
13,178,002.113936031
commit 0650614982
01 02 03 04 05 06 07 08 09 10
06, 07, 08, 09, 10
12 24 36 48 60
09:00 10:15 11:30 12:45 14:00
1 234 567,89 €
12 345 678 901 €
1,234,567.89
$1,299.00
0612345678 €
0,0612345678
3.0612345678
+10 %
+50 000 000 users
+1 000 000 000
+1.234.567.890 €
+12 345 678 901 euros
+48.856614, +2.352222
-33.868820, 151.209296
48.8566, 2.3522
C++ 17 2026 1234567
2+2 = 4
2026-1042
order 2026-1042
Order no. 0612345678
commande n° 0612345678
Commande : 06 12 34 56 78 90 12
facture 0412 123456
réf. 06.12.34.56.78
ticket #0612345678
id=0612345678
SIRET 362 521 879 00034
SIRET : 36252187900034
SIREN 732 829 320
N° TVA FR40303265045
1 85 05 78 006 084 36
RIB 30006 00001 12345678901 89
192.168.10.25
10.0.0.1:8080
255.255.255.255/24
2001:0db8:85a3:0000:0000:8a2e:0370:7334
01:23:45:67:89:ab
1.2.3.4
v10.15.7
Python 3.11.7, Qt 6.11.0
06.12.34.56.78.90.12
Chrome/128.0.6613.120
ISBN 978-0-306-40615-7
ISBN 0-306-40615-2
ISBN 0306406152
ISBN-10: 0306406152
ISBN 9780306406157
ISSN 0317-8471
EAN 4006381333931
4006381333931
3760123456785
IMEI 490154203237518
IMEI 35-209900-176148-1
1Z999AA10123456784
6A12345678901
RR123456789FR
203-1234567-1234567
123-45-6789
204-155-0123
212-555-01234
212-555-0123-4
SKU-212-555-0123
A212.555.0123
1764181846
1764181846000
1764181846.250
0x0612345678ab
3f2b8c1e-5d6a-4f1b-9c2e-0612345678ab
0612345678ab
a0612345678
01234567890
001234567890
0012345678905
00 10 20 30 40 50
00 12 34 56 78
4111 1111 1111 1112
4111111111111112
1234 5678 9012 3456
1111 1111 1111 1111
9999 9999 9999 9999
0.4111111111111111
FR76 3000 6000 0112 3456 7890 188
FR7630006000011234567890188
XX76 3000 6000 0112 3456 7890 189
FR76 3000 6000
GB29 is the road we took, and it was a long way
page 01-12, 13-24, 25-36
0 800 is free
112, 15, 17, 18, 3919
36 15 code
the 0-60 time of 06 seconds
75001 Paris
1000 1000 1000 1000
| 0412 | 123456 | 78 |
2024 2025 2026 2027
17 000 000 000
5 000 000 000 000 000
telephone sales rose 1 234 567 890 times
mobile: 2026 10 14 12
fax 2026-10-14
phone 12345
WhatsApp 2.24.13.77
"""

WORDS = """
nora at example dot com
nora@
@nora
@app.route("/users")
@example.com
user@localhost
nora@example
nora@example.
icon@2x.png, Icon@3x.PNG
getty@tty1.service
npm install react@18.2.0
git@github.com:owner/repo.git
a @ b . c
C@t
file:///home/user@host
sk-circle-fade-dot-animation-slow
sk-short
sk-
task-1234567890abcdef1234
risk-1234567890abcdef12345678
AIza
ghp_short
eyJhbGciOi
AKIA1234
xoxo-hugs-and-kisses
password: hunter
password: correcthorsebattery
password: see chapter12
password: chapter12
Password: ********
password = os.environ["PASSWORD"]
password=${DB_PASSWORD1}
password: <your-password-1>
api_key = YOUR_API_KEY_12345678
API key: get one at https://example.com/keys/2026
token = getToken2026abcdefgh()
tokens: 128000
token = getToken2026abc
client_secret = OAuth2Client1
550e8400-e29b-41d4-a716-446655440000
first_pass = Encoder2x
boarding pass: Gate12bAB
The token is 2026-10-14-release-candidate
secret: https://example.com/Abc123def456
Auth: OAuth2.0
password = random_string(20)
password = random_string(20, self.CHARS)
passwd = utf8_to_utf16_dup(v);
key_password=certs[0][2]
private_key: ed25519.Ed25519PrivateKey
the password is incorrect
le mot de passe est obligatoire
pwd: /home/nora/Projets2026
postgres://user:password@localhost/db
https://example.com:8080/@nora
https://$USER:$PASSWORD@example.com
-----BEGIN PUBLIC KEY-----
-----BEGIN PRIVATE KEY-----
-----BEGIN PRIVATE KEY----- and -----END PRIVATE KEY-----
-----BEGIN CERTIFICATE-----
Annual report, Annex, Joanna
"""


def redacted(text: str, *names: str) -> str:
    (message,) = redact([Message(Role.USER, text)], names=names).messages
    return message.text


@pytest.mark.parametrize("text", [line for line in (NUMBERS + WORDS).splitlines() if line])
def test_it_is_no_secret(text: str) -> None:
    assert redacted(text, "Ann", "Ora") == text
    assert redacted(f"Before {text}, and after.") == f"Before {text}, and after."
    assert redacted(f"| a | {text} |\n| - | - |\n") == f"| a | {text} |\n| - | - |\n"
    assert redacted(f"a;{text};b") == f"a;{text};b"


def test_all_of_it_together_is_none_either() -> None:
    assert redacted(NUMBERS) == NUMBERS
    assert redacted(WORDS) == WORDS
