import pathlib

import click


@click.command()
@click.option("-o", "pages", type=click.Path(path_type=pathlib.Path))
@click.option("--settings")
@click.option("--theme")
def serve(pages, settings, theme):
    pages.mkdir(parents=True, exist_ok=True)


serve()
