"""Languages other than English: data files, and the little that their writing asks for beyond these."""

from comity.reading.languages.adapter import Adapter, adapted_languages, adapter
from comity.reading.languages.dates import date_patterns
from comity.reading.languages.paragraphs import in_each_language
from comity.reading.languages.phrases import Phrases

__all__ = ["Adapter", "Phrases", "adapted_languages", "adapter", "date_patterns", "in_each_language"]
