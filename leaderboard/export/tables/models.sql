FROM models_at(getvariable('exported'))
