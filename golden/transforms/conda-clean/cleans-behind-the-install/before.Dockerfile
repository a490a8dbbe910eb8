FROM continuumio/miniconda3:24.5.0-0
RUN conda install -y numpy && conda env create -f env.yml
RUN /opt/conda/bin/mamba install -y six
RUN micromamba install -y -n base six
