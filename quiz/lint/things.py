"""A little general knowledge, as closed classes: enough to see that an option is of another type, role or age.

What stands in no class is passed over in silence, so a gap here costs a finding and never makes a wrong one.
"""

from quiz.folding import fold

_CLASSES = {
    "planet": "Mercury, Venus, Earth, Mars, Jupiter, Saturn, Uranus, Neptune",
    "continent": "Africa, Antarctica, Asia, Australia, Europe, North America, South America",
    "ocean": "Atlantic, Pacific, Arctic Ocean, Indian Ocean, Southern Ocean, Atlantic Ocean, Pacific Ocean",
    "country": """
        Argentina, Austria, Belgium, Bolivia, Brazil, Bulgaria, Cambodia, Cameroon, Canada, Chile, China,
        Colombia, Croatia, Cuba, Denmark, Ecuador, Egypt, Estonia, Ethiopia, Finland, France, Germany, Ghana,
        Greece, Hungary, Iceland, India, Indonesia, Iran, Iraq, Ireland, Israel, Italy, Japan, Kazakhstan,
        Kenya, Kyrgyzstan, Laos, Latvia, Libya, Lithuania, Malaysia, Mali, Mexico, Mongolia, Morocco, Nepal,
        the Netherlands, New Zealand, Nigeria, Norway, Pakistan, Peru, Poland, Portugal, Romania, Russia,
        Serbia, Slovakia, Slovenia, Somalia, South Africa, Spain, Sudan, Sweden, Switzerland, Syria,
        Tajikistan, Tanzania, Thailand, Tunisia, Turkey, Turkmenistan, Uganda, Ukraine, Uruguay, Uzbekistan,
        Venezuela, Vietnam, Zambia, Zimbabwe, the United Kingdom, the United States, Australia
    """,
    "city": """
        Amsterdam, Ankara, Astana, Athens, Baghdad, Bangkok, Beijing, Belgrade, Berlin, Bern, Bishkek,
        Brussels, Bucharest, Budapest, Buenos Aires, Cairo, Canberra, Copenhagen, Dublin, Dushanbe, Hanoi,
        Helsinki, Istanbul, Jakarta, Kyiv, Lagos, Lima, Lisbon, Ljubljana, London, Madrid, Manila, Melbourne,
        Mexico City, Moscow, Mumbai, Nairobi, New York, Oslo, Ottawa, Paris, Prague, Quito, Riga, Rome,
        Samarkand, Santiago, Seoul, Sofia, Stockholm, Sydney, Tallinn, Tashkent, Tehran, Tokyo, Toronto,
        Vienna, Vilnius, Warsaw, Zagreb, Zurich, Munich, Hamburg, Milan, Barcelona, Chicago, Boston, Florence,
        Venice, Naples, Almaty, Taraz, Tokmok, Osh, Karakol, Shymkent
    """,
    "river": """
        Amazon, Amu Darya, Danube, Don, Elbe, Euphrates, Ganges, Indus, Loire, Mekong, Mississippi, Niger,
        Nile, Oder, Orinoco, Po, Rhine, Rhone, Seine, Syr Darya, Tagus, Thames, Tiber, Tigris, Ural, Vistula,
        Volga, Yangtze, Zambezi, Dnieper, Naryn, Irtysh, Ob, Yenisei, Lena
    """,
    "mountain": """
        Mount Everest, Everest, K2, Mont Blanc, Kilimanjaro, Mount Fuji, Elbrus, Aconcagua, Matterhorn,
        Denali, Ararat, Vesuvius, Etna, Khan Tengri
    """,
    "mountain range": """
        Alps, Andes, Himalayas, Rocky Mountains, Urals, Pyrenees, Carpathians, Caucasus, Pamirs, Tian Shan
    """,
    "lake": """
        Lake Baikal, Lake Victoria, Lake Superior, Lake Geneva, Issyk-Kul, Balkhash, Lake Titicaca, Lake Chad,
        Lake Balkhash
    """,
    "metal": """
        iron, copper, gold, silver, zinc, tin, lead, aluminium, sodium, potassium, calcium, magnesium, nickel,
        platinum
    """,
    "gas": """
        oxygen, nitrogen, hydrogen, helium, neon, argon, carbon dioxide, methane, chlorine, ammonia, ozone,
        krypton, xenon
    """,
    "noble gas": "helium, neon, argon, krypton, xenon, radon",
    "mammal": """
        whale, dolphin, bat, dog, cat, horse, cow, sheep, goat, pig, elephant, lion, tiger, bear, wolf, fox,
        rabbit, hare, mouse, rat, deer, camel, giraffe, kangaroo, monkey, seal, otter, hedgehog, squirrel,
        yak, zebra, blue whale
    """,
    "bird": """
        eagle, sparrow, penguin, owl, hawk, robin, ostrich, swan, duck, goose, hen, chicken, crow, raven,
        pigeon, parrot, falcon, stork, swallow, emu, gull, vulture
    """,
    "fish": "trout, salmon, shark, cod, herring, tuna, carp, pike, eel, perch, goldfish, haddock, seahorse",
    "reptile": "snake, lizard, crocodile, turtle, tortoise, gecko, chameleon, alligator, iguana, viper, cobra",
    "amphibian": "frog, toad, newt, salamander, axolotl",
    "insect": """
        ant, bee, beetle, butterfly, fly, mosquito, wasp, moth, grasshopper, dragonfly, ladybird, cricket,
        flea, termite
    """,
    "organ": """
        heart, liver, kidney, kidneys, lung, lungs, stomach, brain, pancreas, spleen, skin, bladder, small
        intestine, gall bladder
    """,
    "bone": "femur, tibia, fibula, humerus, radius, ulna, skull, patella, sternum, clavicle, scapula, pelvis",
    "instrument": """
        violin, viola, cello, double bass, flute, oboe, clarinet, bassoon, trumpet, trombone, tuba, horn,
        harp, piano, guitar, drum, organ, saxophone, lute
    """,
    "string instrument": "violin, viola, cello, double bass, harp, guitar, lute",
    "colour": "red, blue, green, yellow, orange, purple, black, white, brown, grey, pink, violet",
    "primary colour": "red, blue, yellow",
    "language": """
        English, French, German, Spanish, Italian, Latin, Russian, Kazakh, Kyrgyz, Uzbek, Arabic, Chinese,
        Japanese, Hindi, Turkish, Finnish, Hungarian, Polish, Portuguese, Swedish, Dutch
    """,
    "fruit": "apple, pear, banana, cherry, peach, plum, grape, strawberry, mango, apricot, melon, kiwi",
    "vegetable": "carrot, potato, onion, cabbage, spinach, lettuce, leek, turnip, beetroot, radish, garlic",
    "furniture": "chair, table, sofa, wardrobe, desk, bookshelf, bed",
    "food": """
        pizza, sandwich, hamburger, ice cream, chocolate, spaghetti, cheese, bread, pancake, cake, biscuit,
        banana, a cheese sandwich
    """,
    "vehicle": "car, bus, lorry, bicycle, train, tram, ship, submarine, motorcycle, tractor, helicopter, aeroplane",
    "clothing": "shirt, trousers, hat, coat, socks, shoes, scarf, gloves, skirt",
    "month": "January, February, March, April, May, June, July, August, September, October, November, December",
    "weekday": "Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday",
    "season": "spring, summer, autumn, winter",
    "sport": "football, tennis, cricket, basketball, rugby, volleyball, golf, hockey, swimming, boxing, badminton",
    "religion": "Christianity, Islam, Judaism, Buddhism, Hinduism, Sikhism, Shinto, Taoism",
    "vitamin": "vitamin A, vitamin B12, vitamin C, vitamin D, vitamin E, vitamin K",
}  # fmt: skip

_WITHIN = {
    "noble gas": "gas", "string instrument": "instrument", "primary colour": "colour", "mammal": "animal",
    "bird": "animal",
    "fish": "animal", "reptile": "animal", "amphibian": "animal", "insect": "animal", "metal": "element",
    "gas": "element",
    "ocean": "water", "lake": "water", "river": "water", "country": "place", "city": "place", "continent": "place",
    "mountain": "height", "mountain range": "height", "organ": "body part", "bone": "body part", "fruit": "eaten",
    "vegetable": "eaten", "food": "eaten",
}  # fmt: skip
"""The wider class of a class: members of one wider class are plausible side by side."""

_PEOPLE = {
    "composer": """
        Johann Sebastian Bach 1685 1750, George Frideric Handel 1685 1759, Antonio Vivaldi 1678 1741, Joseph
        Haydn 1732 1809, Wolfgang Amadeus Mozart 1756 1791, Ludwig van Beethoven 1770 1827, Franz Schubert
        1797 1828, Frédéric Chopin 1810 1849, Richard Wagner 1813 1883, Giuseppe Verdi 1813 1901, Johannes
        Brahms 1833 1897, Pyotr Tchaikovsky 1840 1893, Claude Debussy 1862 1918, Igor Stravinsky 1882 1971,
        Robert Schumann 1810 1856, Franz Liszt 1811 1886
    """,
    "painter": """
        Leonardo da Vinci 1452 1519, Michelangelo Buonarroti 1475 1564,
        Raphael Santi 1483 1520, Rembrandt van Rijn 1606 1669, Johannes Vermeer
        1632 1675, Francisco Goya 1746 1828, Claude Monet 1840 1926, Vincent van Gogh 1853 1890, Paul Cézanne
        1839 1906, Pablo Picasso 1881 1973, Salvador Dalí 1904 1989, Andy Warhol 1928 1987, Edvard Munch 1863
        1944, Gustav Klimt 1862 1918, Sandro Botticelli 1445 1510
    """,
    "writer": """
        William Shakespeare 1564 1616, Jane Austen 1775 1817, Charles Dickens 1812 1870, Leo Tolstoy 1828
        1910, Fyodor Dostoevsky 1821 1881, Anton Chekhov 1860 1904, Mark Twain 1835 1910, Victor Hugo 1802
        1885, Johann Wolfgang von Goethe 1749 1832, Franz Kafka 1883 1924, James Joyce 1882 1941, Miguel de
        Cervantes 1547 1616, Dante Alighieri 1265 1321, Ernest Hemingway 1899 1961, George Orwell 1903 1950,
        Virginia Woolf 1882 1941, Alexander Pushkin 1799 1837, Chingiz Aitmatov 1928 2008, Homer -800 -700, J.
        K. Rowling 1965 2100, Agatha Christie 1890 1976, Charlotte Brontë 1816 1855, Emily Brontë 1818 1848
    """,
    "scientist": """
        Isaac Newton 1643 1727, Galileo Galilei 1564 1642, Albert Einstein 1879 1955, Marie Curie 1867 1934,
        Charles Darwin 1809 1882, Louis Pasteur 1822 1895, Nicolaus Copernicus 1473 1543, Johannes Kepler 1571
        1630, Michael Faraday 1791 1867, Gregor Mendel 1822 1884, Alexander Fleming 1881 1955, Niels Bohr 1885
        1962, Antoine Lavoisier 1743 1794, Dmitri Mendeleev 1834 1907, Robert Koch 1843 1910, Edward Jenner
        1749 1823, Stephen Hawking 1942 2018, Archimedes -287 -212, Robert Hooke 1635 1703, James Clerk
        Maxwell 1831 1879
    """,
    "ruler": """
        Julius Caesar -100 -44, Cleopatra -69 -30, Alexander the Great -356 -323, Genghis Khan 1162 1227,
        Napoleon Bonaparte 1769 1821, Peter the Great 1672 1725, Catherine the Great 1729 1796, Louis XIV 1638
        1715, Henry VIII 1491 1547, Queen Victoria 1819 1901, Otto von Bismarck 1815 1898, Vladimir Lenin 1870
        1924, Joseph Stalin 1878 1953, Leon Trotsky 1879 1940, Nikita Khrushchev 1894 1971, Leonid Brezhnev
        1906 1982, Mikhail Gorbachev 1931 2022, Winston Churchill 1874 1965, Abraham Lincoln 1809 1865, George
        Washington 1732 1799, John F. Kennedy 1917 1963, Nelson Mandela 1918 2013, Barack Obama 1961 2100,
        Charlemagne 748 814, Ivan the Terrible 1530 1584, Timur 1336 1405, Boris Yeltsin 1931 2007, Nursultan
        Nazarbayev 1940 2100, Askar Akayev 1944 2100, Margaret Thatcher 1925 2013, Augustus -63 14, Nero 37
        68, Thomas Jefferson 1743 1826, Theodore Roosevelt 1858 1919
    """,
    "explorer": """
        Christopher Columbus 1451 1506, Vasco da Gama 1460 1524, Ferdinand Magellan 1480 1521, James Cook 1728
        1779, Marco Polo 1254 1324, Roald Amundsen 1872 1928, Robert Falcon Scott 1868 1912, David Livingstone
        1813 1873, Neil Armstrong 1930 2012, Yuri Gagarin 1934 1968, Ernest Shackleton 1874 1922, Amerigo
        Vespucci 1454 1512
    """,
    "entertainer": """
        Elvis Presley 1935 1977, Michael Jackson 1958 2009, Madonna 1958 2100, Taylor Swift 1989 2100, Charlie
        Chaplin 1889 1977, Marilyn Monroe 1926 1962, Beyoncé 1981 2100, Lionel Messi 1987 2100, Cristiano
        Ronaldo 1985 2100, David Beckham 1975 2100, Diego Maradona 1960 2020, Tom Cruise 1962 2100, Lady Gaga
        1986 2100, Justin Bieber 1994 2100, Usain Bolt 1986 2100, Pelé 1940 2022
    """,
}  # fmt: skip
"""Well-known people by role, with the years they lived (2100 where they live on)."""

JOKES = (
    "Mickey Mouse", "Donald Duck", "Harry Potter", "Santa Claus", "Father Christmas", "Batman", "Superman",
    "Spider-Man",
    "Darth Vader", "Homer Simpson", "SpongeBob", "Shrek", "Peppa Pig", "the tooth fairy", "the Easter Bunny", "aliens",
    "unicorns", "a unicorn", "magic", "by magic", "fairies", "dragons", "zombies", "your teacher", "your mum", "my cat",
    "James Bond", "Sherlock Holmes", "Barbie", "Pikachu", "Winnie the Pooh", "nobody cares", "who cares", "Hogwarts",
    "Narnia", "Disneyland", "the moon is made of cheese", "Wonderland", "Atlantis", "martians", "little green men",
    "wizards",
)  # fmt: skip
"""Options that are there to make a class laugh."""

FIRST_SEEN = {
    "internet": 1969, "smartphone": 2000, "smartphones": 2000, "mobile phone": 1973, "mobile phones": 1973,
    "television": 1925,
    "telephone": 1870, "radio": 1890, "computer": 1930, "computers": 1930, "aeroplane": 1890, "aeroplanes": 1890,
    "aircraft": 1780,
    "helicopter": 1900, "helicopters": 1900, "tanks": 1910, "email": 1965, "e-mail": 1965, "facebook": 2004,
    "twitter": 2006,
    "satellites": 1950,
    "satellite": 1950, "atomic bomb": 1935, "nuclear weapons": 1935, "nuclear bomb": 1935, "railway": 1800,
    "railways": 1800,
    "steam engine": 1690, "photography": 1816, "electric light": 1800, "motor cars": 1880, "motorway": 1920,
    "motorways": 1920,
    "lasers": 1955, "jet fighters": 1939,
    "television broadcasts": 1925, "google": 1996, "penicillin": 1925, "machine guns": 1860, "submarines": 1770,
}  # fmt: skip
"""Things by the year before which nobody can have had them, early rather than late."""


def classes_of(text: str) -> frozenset[str]:
    """The classes that an option belongs to, as "a frog" or "Paris"; empty where none is known."""
    return _CLASS_OF.get(_bare(text), frozenset())


def members_wide(name: str) -> str:
    """The wider class of a class; itself where there is none."""
    return _WITHIN.get(_WITHIN.get(name, name), _WITHIN.get(name, name))


def known_class(words: str) -> str:
    """The class that "a planet" or "planet" names; empty where it names none."""
    return words if words in _CLASSES else ""


def roles_of(text: str) -> frozenset[str]:
    """The roles of the person whom an option names; empty where none is known."""
    return frozenset(role for role, _, _ in _PERSONS.get(_bare(text), ()))


def role_named(word: str) -> str:
    """The role that a stem's word asks for; empty where it names none."""
    return _ROLE_WORDS.get(word, "")


def life_of(text: str) -> tuple[int, int] | None:
    """First and last year of the person whom an option names."""
    found = _PERSONS.get(_bare(text), ())
    return found[0][1:] if len(found) == 1 else None


def same_person(one: str, other: str) -> bool:
    """Whether two options name one well-known person, in full and by the last name."""
    first, second = _PERSONS.get(_bare(one), ()), _PERSONS.get(_bare(other), ())
    return len(first) == 1 and first == second


def is_joke(text: str) -> bool:
    """Whether an option is there for a laugh."""
    return fold(text) in _JOKES or _bare(text) in _JOKES


def _bare(text: str) -> tuple[str, ...]:
    words = fold(text)
    return words[1:] if len(words) > 1 and words[0] in ("a", "an", "the") else words


def _by_class() -> dict[tuple[str, ...], frozenset[str]]:
    found: dict[tuple[str, ...], frozenset[str]] = {}
    for name, members in _CLASSES.items():
        for member in members.split(","):
            for key in _forms(_bare(member)):
                found[key] = found.get(key, frozenset()) | {name}
    return found


def _forms(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """A name as it is and, for common nouns of one word, its plain plural."""
    return (words, (f"{words[0]}s",)) if len(words) == 1 else (words,)


def _by_person() -> dict[tuple[str, ...], tuple[tuple[str, int, int], ...]]:
    """People by full name and, where no other bears it, by last name."""
    found: dict[tuple[str, ...], tuple[tuple[str, int, int], ...]] = {}
    for role, people in _PEOPLE.items():
        for person in people.split(","):
            *name, born, died = person.split()
            full = fold(" ".join(name))
            alone = {full[:1]} & MONONYMS
            for key in {full, full[-1:], *alone} - {("great",), ("terrible",), ("khan",), ("xiv",), ("viii",)}:
                found[key] = (*found.get(key, ()), (role, int(born), int(died)))
    return found


MONONYMS = frozenset(
    (name,) for name in ("napoleon", "leonardo", "michelangelo", "galileo", "dante", "raphael", "rembrandt")
)
"""People known by their first name."""

_CLASS_OF = _by_class()
_PERSONS = _by_person()
_JOKES = frozenset(fold(joke) for joke in JOKES) | frozenset(_bare(joke) for joke in JOKES)
_ROLE_WORDS = {
    "composer": "composer", "composed": "composer", "painted": "painter", "wrote": "writer", "ruled": "ruler",
    "reigned": "ruler", "painter": "painter", "artist": "painter", "writer": "writer", "author": "writer",
    "novelist": "writer",
    "poet": "writer", "playwright": "writer", "scientist": "scientist", "physicist": "scientist",
    "chemist": "scientist",
    "biologist": "scientist", "astronomer": "scientist", "mathematician": "scientist", "ruler": "ruler",
    "emperor": "ruler",
    "king": "ruler", "tsar": "ruler", "leader": "ruler", "president": "ruler", "politician": "ruler",
    "explorer": "explorer",
    "navigator": "explorer", "astronaut": "explorer", "cosmonaut": "explorer",
}  # fmt: skip
