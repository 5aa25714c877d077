"""Places: a gazetteer, and the places that sentences name, resolved against it."""

from contested.mentions.places.finding import find_places
from contested.mentions.places.gazetteer import Gazetteer
from contested.mentions.places.keeping import add_country, add_list, add_places, gazetteer_folder, open_gazetteer
from contested.mentions.places.words import PlaceWords

__all__ = ["Gazetteer", "PlaceWords", "add_country", "add_list", "add_places", "find_places", "gazetteer_folder", "open_gazetteer"]
