"""Tables as Word, LaTeX, Excel and CSV files, plots as SVG and PNG files, and links to them.

One module a format; what a table holds is `content`. A file is the same each time: no clock and
no path of the machine enters it. Nothing heavy is imported until a file is made.
"""
