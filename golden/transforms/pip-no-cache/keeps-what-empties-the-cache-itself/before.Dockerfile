FROM python:3.13
RUN pip install a && rm -rf "$(pip cache dir)"
RUN pip install b && pip cache purge
RUN python3 -m pip install c && rm -rf $(python3 -m pip cache dir)
RUN pip install d && rm -rf "$(dirname x)"
