"""The scenes of the registration year, for the pictures of every screen."""


def year(studio):
    view = studio.open(studio.journal)
    view.go("cpd")
    studio.settle(8)
    return view


def arrange_year(studio):
    year(studio)


def arrange_begin(studio):
    view = studio.open(studio.empty)
    view.go("cpd")
    studio.settle(6)


def arrange_piece(studio):
    view = year(studio)
    view.page("cpd").pieces.rows[0].click()
    studio.settle(8)


def arrange_frameworks(studio):
    view = year(studio)
    view.page("cpd").pieces.rows[0].click()
    studio.settle(8)
    page = view.page("cpd_piece")
    page.form.tags.others[1].toggle.click()
    studio.settle(4)
    page.form.tags.others[1].toggle.setFocus()
    studio.settle(4)


def arrange_paste(studio):
    view = year(studio)
    view.page("cpd").head.paste.click()
    studio.settle(12)
    for place in range(3):
        view.page("cpd_paste").rows[place].button.click()
    studio.settle(4)


def arrange_registrations(studio):
    view = year(studio)
    view.page("cpd").head.change.click()
    studio.settle(6)


def arrange_portfolio(studio):
    view = year(studio)
    view.page("cpd").head.portfolio.click()
    studio.settle(6)


def arrange_growth(studio):
    view = year(studio)
    view.page("cpd").head.growth.click()
    studio.settle(8)


def arrange_export(studio):
    studio.open(studio.journal)
    studio.window.actions_by_name["export_everything"].trigger()
    studio.settle(4)


SCENES = {
    "180-cpd-year": arrange_year,
    "181-cpd-begin": arrange_begin,
    "182-cpd-piece": arrange_piece,
    "182-cpd-piece-frameworks": arrange_frameworks,
    "183-cpd-paste": arrange_paste,
    "184-registrations": arrange_registrations,
    "187-growth": arrange_growth,
    "185-portfolio": arrange_portfolio,
    "186-export-everything": arrange_export,
}
