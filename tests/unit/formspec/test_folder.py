"""A folder of forms is read once, in order, whatever else lies in it."""

from app.formspec.folder import FormFolder


def _write(folder, small_form, name, order):
    text = small_form.replace('id = "small"', f'id = "{name}"')
    (folder / f"{name}.toml").write_text(text.replace("order = 10", f"order = {order}"))


def test_forms_come_in_the_order_their_authors_gave(tmp_path, small_form):
    for name, order in (("alpha", 30), ("beta", 10), ("gamma", 20)):
        _write(tmp_path, small_form, name, order)
    assert [form.id for form in FormFolder(tmp_path).forms()] == ["beta", "gamma", "alpha"]


def test_a_damaged_file_is_told_and_hides_none_of_the_others(tmp_path, small_form):
    _write(tmp_path, small_form, "alpha", 10)
    _write(tmp_path, small_form, "gamma", 20)
    (tmp_path / "beta.toml").write_text("title = [")
    (tmp_path / "delta.toml").mkdir()
    folder = FormFolder(tmp_path)
    assert [form.id for form in folder.forms()] == ["alpha", "gamma"]
    assert [problem.file for problem in folder.problems()] == ["beta.toml", "delta.toml"]


def test_other_files_and_half_written_ones_are_left_alone(tmp_path, small_form):
    _write(tmp_path, small_form, "alpha", 10)
    for name in ("README.md", ".beta.toml", "._alpha.toml", "alpha.toml.bak"):
        (tmp_path / name).write_text("not a form")
    folder = FormFolder(tmp_path)
    assert [form.id for form in folder.forms()] == ["alpha"]
    assert folder.problems() == ()


def test_nothing_is_read_before_it_is_asked_for(tmp_path, small_form):
    folder = FormFolder(tmp_path / "later")
    (tmp_path / "later").mkdir()
    _write(tmp_path / "later", small_form, "alpha", 10)
    assert [form.id for form in folder.forms()] == ["alpha"]


def test_files_are_read_only_once(tmp_path, small_form):
    _write(tmp_path, small_form, "alpha", 10)
    folder = FormFolder(tmp_path)
    first = folder.forms()
    (tmp_path / "alpha.toml").unlink()
    assert folder.forms() is first
    assert folder.problems() == ()


def test_a_missing_folder_is_a_problem_and_no_crash(tmp_path):
    folder = FormFolder(tmp_path / "nowhere")
    assert folder.forms() == ()
    assert [problem.file for problem in folder.problems()] == ["nowhere"]


def test_the_folder_is_a_form_shelf(tmp_path):
    from app.services.ports import FormShelf

    shelf: FormShelf = FormFolder(tmp_path)
    assert shelf.forms() == ()
