"""forms/*.toml read into form definitions, or a FormError that names file, place and reason.

The way of a file: app/bounded_toml.py (bytes to tables) -> file_shape (tables to structs) -> rules
(what a shape cannot say) -> reading (structs to the domain's FormDefinition); folder reads many.
"""
