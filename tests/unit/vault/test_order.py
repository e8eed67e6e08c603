from hypothesis import given
from hypothesis import strategies as st

from app.vault.order import Order

IDS = st.lists(st.integers(1, 60), unique=True, max_size=40)
NARROWED = st.lists(st.sets(st.integers(1, 70)), min_size=1, max_size=3)
PLACE = st.tuples(st.integers(0, 12), st.integers(0, 12))
SOME = st.lists(st.sets(st.integers(1, 70)), max_size=3)


def joined(ids):
    return ",".join(map(str, sorted(ids)))


@given(IDS, st.booleans(), SOME, st.integers(0, 12), st.integers(0, 12))
def test_a_page_is_what_going_through_all_would_give(ids, is_by_id, allowed, start, limit):
    newest_first = sorted(ids, reverse=True) if is_by_id else ids
    allowed = [each & set(ids) for each in allowed]
    expected = [each for each in newest_first if all(each in some for some in allowed)]
    page = Order(newest_first).page([joined(each) for each in allowed], start, limit)
    assert page == (expected[start : start + limit], len(expected))


@given(IDS, st.booleans(), SOME, NARROWED, PLACE)
def test_what_was_narrowed_once_gives_the_same_page(ids, is_by_id, allowed, narrowed, place):
    newest_first = sorted(ids, reverse=True) if is_by_id else ids
    allowed = [each & set(ids) for each in allowed]
    every = [*allowed, *narrowed]
    expected = [each for each in newest_first if all(each in some for some in every)]
    order, (start, limit) = Order(newest_first), place
    within = order.those_in([joined(each) for each in narrowed])
    page = order.page([joined(each) for each in allowed], start, limit, within=within)
    assert page == (expected[start : start + limit], len(expected))


def test_an_id_that_no_reflection_has_is_passed_over():
    assert Order([7, 5, 3]).page(["3,5,6"], 0, 2) == ([5, 3], 2)


def test_what_was_begun_earlier_but_came_later_stands_in_its_place():
    assert Order([3, 7, 5]).page(["3,5,7"], 0, 2) == ([3, 7], 3)


def test_few_among_many_stand_in_the_order_of_all():
    newest_first = [*range(50, 0, -1), *range(100, 50, -1)]
    order = Order(newest_first)
    assert order.page([joined({3, 60, 99, 7})], 0, 3) == ([7, 3, 99], 4)
    assert order.page([joined({3, 60, 99, 7})], 3, 3) == ([60], 4)
    assert order.page([joined({3, 101})], 0, 3) == ([3], 1)
