"""Places that are no other word: a headline that begins with one speaks of it.

Capitals are left out, since they stand for governments.
"""

from typing import Final

COUNTRIES: Final = frozenset(
    """afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas
    bahrain bangladesh barbados belarus belgium belize benin bhutan bolivia bosnia botswana brazil brunei
    bulgaria burundi cambodia cameroon canada chile china colombia comoros congo croatia cuba cyprus
    czechia denmark djibouti dominica ecuador egypt eritrea estonia eswatini ethiopia fiji finland france
    gabon gambia georgia germany ghana greece greenland grenada guatemala guinea guyana haiti honduras
    hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan kenya
    kiribati kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya liechtenstein lithuania
    luxembourg madagascar malawi malaysia maldives mali malta mauritania mauritius mexico micronesia
    moldova monaco mongolia montenegro morocco mozambique myanmar namibia nauru nepal netherlands
    nicaragua niger nigeria norway oman pakistan palau palestine panama paraguay peru philippines poland
    portugal qatar romania russia rwanda samoa scotland senegal serbia seychelles singapore slovakia
    slovenia somalia spain sudan suriname sweden switzerland syria taiwan tajikistan tanzania thailand
    togo tonga tunisia turkey turkmenistan tuvalu uganda ukraine uruguay uzbekistan vanuatu venezuela
    vietnam wales yemen zambia zimbabwe""".split()
)
# Lands and leagues of several words, which may each be a letter away from a name: “Unite”, “Audi”.
LANDS_OF_WORDS: Final = frozenset(
    """united kingdom|united states|united nations|united arab emirates|saudi arabia|new zealand|south africa
    |south korea|north korea|south sudan|sri lanka|sierra leone|costa rica|puerto rico|burkina faso|hong kong
    |san marino|papua new guinea|new guinea|north macedonia|faroe islands|solomon islands|marshall islands
    |el salvador|cape verde|ivory coast|western sahara|isle of man""".replace("\n    ", "").split(
        "|"
    )
)
CITIES: Final = frozenset(
    """auckland barcelona birmingham calgary chicago cologne dallas edmonton florence frankfurt glasgow
    hamburg houston istanbul johannesburg karachi kolkata lagos lahore leeds leipzig liverpool lyon lyons
    manchester marseille melbourne miami milan montreal mumbai munich naples osaka perth regina rotterdam
    saskatoon seattle shanghai sheffield stuttgart sydney toronto turin valencia vancouver venice
    winnipeg zurich alabama alaska alberta arizona arkansas california colorado connecticut florida
    hawaii idaho illinois indiana iowa kansas kentucky louisiana manitoba maryland massachusetts michigan
    minnesota mississippi missouri montana nebraska nevada ohio oklahoma ontario oregon pennsylvania
    quebec saskatchewan tennessee texas utah vermont wisconsin wyoming queensland tasmania bavaria
    catalonia normandy brittany sicily sardinia tuscany flanders wallonia silesia transylvania punjab
    kerala gujarat bihar""".split()
)
