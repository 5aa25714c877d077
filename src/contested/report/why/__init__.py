"""Why a sentence was coded as it was, or not coded at all, in words that a researcher understands."""

from contested.report.why.explain import explain
from contested.report.why.records import Explanation

__all__ = ["Explanation", "explain"]
