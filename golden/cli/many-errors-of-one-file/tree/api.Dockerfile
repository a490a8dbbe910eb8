These are notes about the image.
Please read them.
FROM here on it is prose.
Second paragraph, with more.
A third one.
