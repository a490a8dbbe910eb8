FROM debian:12
{% if tools %}
ADD tools /tools
{% endif %}
