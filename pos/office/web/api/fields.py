"""Types of fields that several calls share; their limits are checked before a rule sees them."""

from __future__ import annotations

from typing import Annotated

import msgspec

Line = Annotated[str, msgspec.Meta(max_length=200)]
"""A line of text; what exactly may stand in it is for the rules to say."""

Secret = Annotated[str, msgspec.Meta(max_length=400)]

ShopNumber = Annotated[int, msgspec.Meta(ge=1, le=99_999)]

Shops = Annotated[list[ShopNumber], msgspec.Meta(max_length=1_000)]

Most = Annotated[int, msgspec.Meta(ge=1, le=200)]


class Done(msgspec.Struct):
    """It was done, and there is nothing to tell."""

    done: bool = True
