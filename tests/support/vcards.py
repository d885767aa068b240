"""Cards as phones, programs and services write them."""

IPHONE = """BEGIN:VCARD\r
VERSION:3.0\r
PRODID:-//Apple Inc.//iPhone OS 17.1//EN\r
N:Bērziņa;Zane;Marija;Dr.;\r
FN:Dr. Zane Marija Bērziņa\r
NICKNAME:Zanīte\r
ORG:Latvijas Tehnika;\r
TITLE:Engineer\r
item1.EMAIL;type=INTERNET;type=pref:zane@example.lv\r
item1.X-ABLabel:_$!<Other>!$_\r
EMAIL;type=INTERNET;type=WORK:zane@work.example\r
TEL;type=HOME;type=VOICE:67 111 111\r
TEL;type=CELL;type=VOICE;type=pref:+371 20 123 456\r
item2.TEL:+371 22 222 222\r
item2.X-ABLabel:Mamma\r
item3.ADR;type=HOME;type=pref:;;Brīvības iela 10\\nDz. 4;Rīga;;LV-1010;Latvia\r
item3.X-ABADR:lv\r
BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-12\r
item4.X-ABDATE;type=pref:2004-05-06\r
item4.X-ABLabel:_$!<Anniversary>!$_\r
item5.X-ABDATE:2010-06-24\r
item5.X-ABLabel:Name day\r
NOTE:Likes tea\\, and talks\\; a lot\\nSecond line that is so long that it goes on\r
  in the next one\r
X-SOCIALPROFILE;type=twitter:http://twitter.com/zane\r
PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAASABIAAD/4QBYRXhpZgAATU0AKgAAAAgAAgESAAMAAAABA\r
 AEAAIdpAAQAAAABAAAAJgAAAAAAA6ABAAMAAAABAAEAAKACAAQAAAABAAAAeKADAAQAAAABAAAAeAAAAAD/7QA4U\r
END:VCARD\r
"""

ANDROID = """BEGIN:VCARD\r
VERSION:2.1\r
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=96z;=45=76=61;;;\r
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=45=76=61=20=C3=96z\r
TEL;CELL:+4917012345678\r
TEL;HOME;FAX:030901820\r
TEL;X-Ferienhaus:0309018201\r
EMAIL;HOME:eva@example.de\r
ADR;HOME;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;;=4D=C3=BC=6C=6C=65=72=73=\r
=74=72=61=C3=9F=65=20=31;=42=65=72=6C=69=6E;;=31=30=31=31=35;=44=65=75=74=73=63=68=6C=61=6E=64\r
BDAY:--04-12\r
X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Evi;1;;;;;;;;;;;;;\r
PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDB\r
 kSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/2wBDAQkJCQwLDBgNDRgyIRwhMjIyMjIy\r
\r
\r
END:VCARD\r
"""

OUTLOOK_2003 = """BEGIN:VCARD\r
VERSION:2.1\r
N;LANGUAGE=fr;CHARSET=Windows-1252:Lefèvre;Françoise;;Mme\r
FN;CHARSET=Windows-1252:Mme Françoise Lefèvre\r
ORG:Société Générale;Achats\r
TITLE;ENCODING=QUOTED-PRINTABLE:Directrice G=E9n=E9rale\r
NOTE;ENCODING=QUOTED-PRINTABLE:Pr=E9f=E8re le th=E9;=0D=0Atient =E0 son caf=E9=\r
 aussi \x80 100=0D=0A=\r
\r
TEL;WORK;VOICE:+33 (1) 42 68 53 00\r
TEL;CELL;VOICE:06 12 34 56 78\r
TEL;PREF;WORK;FAX:01 42 68 53 01\r
ADR;WORK;PREF;ENCODING=QUOTED-PRINTABLE:;;12 rue de l'=C9glise=0D=0A3e =E9tage;Paris;;75008;France\r
LABEL;WORK;PREF;ENCODING=QUOTED-PRINTABLE:12 rue de l'=C9glise=0D=0A75008 Paris=0D=0AFrance\r
X-MS-OL-DEFAULT-POSTAL-ADDRESS:2\r
URL;WORK:http://www.example.fr\r
BDAY:19710314\r
X-MS-ANNIVERSARY:19960621\r
EMAIL;PREF;INTERNET:francoise@example.fr\r
X-MS-TEXT;CUSTOM1:Perso\r
X-MS-OL-DESIGN;CHARSET=utf-8:<card xmlns="http://schemas.microsoft.com/office/outlook/12/bcard" ver="1.0"/>\r
PHOTO;TYPE=JPEG;ENCODING=BASE64:\r
 /9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQYGBcU\r
 FhYaHSUfGhsjHBYWICwgIyYnKSopGR8tMC0oMCUoKSj/2wBDAQcHBwoIChMKChMoGhYaKCgoKCgo\r
\r
REV:20040105T120000Z\r
END:VCARD\r
""".encode("cp1252", "replace").replace(b"\x3f 100", b"\x80 100")

GMAIL = """BEGIN:VCARD
VERSION:3.0
FN:José Ángel Núñez
N:Núñez;José;Ángel;;
EMAIL;TYPE=INTERNET;TYPE=HOME:jose@example.es
EMAIL;TYPE=INTERNET:jose.nunez@example.com
TEL;TYPE=CELL:+34 612 345 678
ADR;TYPE=HOME:;;Calle Mayor 1;Madrid;Madrid;28013;España
BDAY:1988-11-18
URL:http\\://www.google.com/profiles/1
item1.X-ABDATE:2012-09-01
item1.X-ABLabel:Cliente desde
CATEGORIES:myContacts,starred
UID:2f9c1a40d8ffb0a1
END:VCARD
"""

LOTUS_NOTES = """BEGIN:VCARD\r
VERSION:3.0\r
PRODID:-//IBM//Lotus Notes 8.5.3//EN\r
N;CHARSET=ISO-8859-1:M\xfcller;J\xfcrgen;;Herr;\r
FN;CHARSET=ISO-8859-1:Herr J\xfcrgen M\xfcller\r
EMAIL;TYPE=INTERNET,PREF;CHARSET=ISO-8859-1:juergen.mueller@example.de\r
EMAIL;TYPE=X400:c=de;a=dbp;p=example;s=mueller\r
TEL;TYPE=WORK,VOICE:+49 30 901820\r
TEL;TYPE=HOME:\r
ADR;TYPE=WORK;CHARSET=ISO-8859-1:;B\xfcro 5;Friedrichstra\xdfe 1;Berlin;;10117;Deutschland\r
ADR;TYPE=HOME;CHARSET=ISO-8859-1:;;Seestra\xdfe 9;Potsdam;;14467;Deutschland\r
X-LOTUS-CHILDREN:Max\\, Moritz\r
X-LOTUS-SPOUSE:Anke\r
BDAY;VALUE=date:1965-02-29\r
END:VCARD\r
""".encode("latin-1")

MACOS = """BEGIN:VCARD
VERSION:3.0
N:;;;;
FN:Café Ærø & Co.
ORG:Café Ærø & Co.;
item1.TEL;type=pref:+45 62 52 00 00
item1.X-ABLabel:_$!<Main>!$_
item2.URL;type=pref:https\\://aeroe.example
item2.X-ABLabel:_$!<HomePage>!$_
ADR;type=WORK;type=pref:;;Havnen 1;Ærøskøbing;;5970;Denmark
X-ABShowAs:COMPANY
X-ABUID:5AD380FD-B2DE-4261-BA99-DE1D1DB52FBE\\:ABPerson
UID:5AD380FD-B2DE-4261-BA99-DE1D1DB52FBE
END:VCARD
""".encode("utf-16")

V4 = """BEGIN:VCARD
VERSION:4.0
UID:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1
FN;PID=1.1:J. Doe
N:Doe;J.;Philip,Paul;;Jr.,M.D.
LANG;PREF=2:en
LANG;PREF=1:fr
EMAIL;PID=1.1;PREF=2:jdoe@example.com
EMAIL;PREF=1;TYPE="work,home":boss@example.com
TEL;VALUE=uri;PREF=1;TYPE="voice,cell":tel:+1-206-555-0199;ext=102
ADR;LABEL="Mr. John: Q. Public, Esq.";CC=US:;;123 Main Street;Any Town;CA;91921-1234;U.S.A.
BDAY:--0412
ANNIVERSARY:20090808T1430-0500
PHOTO:data:image/jpeg;base64,MIICajCCAdOgAwIBAgICBEUwDQYJKoZIhvcNAQEEBQAwdzELMAkGA1UE
 BhMCVVMxLDAqBgNVBAoTI05ldHNjYXBlIENvbW11bmljYXRpb25zIENvcnBvcmF0aW9uMRwwGgYDVQQLExNJ
GENDER:M
CLIENTPIDMAP:1;urn:uuid:53e374d9-337e-4727-8803-a1e9c14e0556
END:VCARD
"""
